import '@slack/bolt'
