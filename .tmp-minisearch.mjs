import 'minisearch'
