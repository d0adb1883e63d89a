export default {
  "desk": "Wenju desk",
  "deskHome": "Back to the desk",
  "deskSections": "Desk",
  "deskAccount": "My account",

  "staff": "Staff",
  "editor": "Editor",
  "administrator": "Administrator",
  "auditor": "Auditor",

  "signIn": "Sign in",
  "signInName": "User name",
  "signInPassword": "Password",
  "signInButton": "Sign in",
  "signInHelp": "Accounts are made by an administrator. After several wrong passwords you have to wait; an administrator can unlock you sooner.",
  "signOut": "Sign out",

  "passwordTitle": "Change password",
  "passwordOneTime": "Somebody else made your password. Please replace it by your own first.",
  "passwordCurrent": "Current password",
  "passwordChosen": "New password",
  "passwordAgain": "New password, once more",
  "passwordRule": "At least {length} characters, not made of your user name. A few unrelated words are long and easy to remember. You are signed out everywhere else.",
  "passwordButton": "Change password",
  "passwordChanged": "Password changed.",
  "passwordsDiffer": "The two new passwords differ.",

  "deskOffline": "The service cannot be reached; nothing was changed. Please check the network and try again.",
  "deskFailed": "That did not work, please try again.",
  "deskDone": "Done."
};
