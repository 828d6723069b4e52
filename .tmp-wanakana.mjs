import 'wanakana'
