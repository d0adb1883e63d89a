// Every word that the elements themselves say.
export const texts = {
  newTopic: "新话题",
  waiting: "正在查找…",
  further: "相关的还有",
  partial: "以上是节选，全文见原文。",
  open: "查看原文",
  notFound: "已收录的文件里没有找到能回答这个问题的条款。",
  hotlineBefore: "可以拨打 ",
  hotlineAfter: " 政务服务便民热线，或向发文机关咨询。",
  askNext: "还可以问",
  askInstead: "可以换个问法，或者问这些",
  offline: "连不上服务，请检查网络后再试。",
  failed: "没能得到回答，请稍后再试。",
};
