import 'temporal-polyfill'
