import 'yaml'
