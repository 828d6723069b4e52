import '@slack/socket-mode'
