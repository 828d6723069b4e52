import 'string-width'
