import 'dotenv'
