import 'libsql'
