import '@slack/web-api'
