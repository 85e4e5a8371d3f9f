def log = new File(basedir, 'build.log').text
['possible fall-through into case', 'warnings found and -Werror specified'].each {
  assert log.contains(it): "the compiler let pass: $it"
}
return true
