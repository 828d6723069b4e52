import 'liquidjs'
