import 'fflate'
