def log = new File(basedir, 'build.log').text
['[EqualsIncompatibleType]', 'warnings found and -Werror specified'].each {
  assert log.contains(it): "the compiler let pass: $it"
}
return true
