export default {
  "desk": "问据工作台",
  "deskHome": "返回工作台",
  "deskSections": "工作台",
  "deskAccount": "我的账户",

  "staff": "工作人员",
  "editor": "编辑",
  "administrator": "管理员",
  "auditor": "审计员",

  "signIn": "登录",
  "signInName": "用户名",
  "signInPassword": "口令",
  "signInButton": "登录",
  "signInHelp": "账户由管理员建立。口令连续输错几次要等一等才能再试，着急请管理员解锁。",
  "signOut": "退出",

  "passwordTitle": "换口令",
  "passwordOneTime": "现在的口令是别人给您的，请先换成自己的。",
  "passwordCurrent": "现在的口令",
  "passwordChosen": "新口令",
  "passwordAgain": "新口令，再输一遍",
  "passwordRule": "至少 {length} 个字符，不能由用户名构成。几个不相干的词连起来，又长又好记。换了以后，在别处的登录随之结束。",
  "passwordButton": "换口令",
  "passwordChanged": "口令已换。",
  "passwordsDiffer": "两遍新口令不一样。",

  "deskOffline": "连不上服务，什么也没有改。请检查网络再试。",
  "deskFailed": "没有办成，请再试一次。",
  "deskDone": "已办好。"
};
