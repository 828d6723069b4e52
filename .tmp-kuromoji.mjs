import 'kuromoji'
