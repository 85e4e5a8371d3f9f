def log = new File(basedir, 'build.log').text
['[NullAway] returning @Nullable', '[BoxedPrimitiveEquality]'].each {
  assert log.contains(it): "the compiler let pass: $it"
}
return true
