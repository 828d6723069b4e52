import 'prom-client'
