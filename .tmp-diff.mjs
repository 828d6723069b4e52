import 'diff'
