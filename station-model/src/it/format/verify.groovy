def log = new File(basedir, 'build.log').text
assert log.contains('The following files had format violations'): 'Spotless let pass a crooked class'
return true
