import '@holiday-jp/holiday_jp'
