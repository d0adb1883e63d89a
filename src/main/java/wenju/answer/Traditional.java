package wenju.answer;

/**
 * Traditional characters as simplified ones, one for one: {@code 電動自行車 → 电动自行车}. Holds the characters that questions to
 * a government are likely to be written with; a dictionary of phrases was refused, since what differs by phrase (乾, 著) hardly
 * matters for finding a clause. Stateless.
 */
final class Traditional {
    /** Traditional, simplified, and so on. */
    private static final String PAIRS =
            "佈布佔占來来個个們们備备傭佣傳传債债傷伤僱雇價价儘尽優优儲储兒儿內内兩两冊册凍冻別别則则創创劃划動动務务勞劳勢势匯汇區区協协卻却參参吳吴員员問问啟启喪丧單单嗎吗嚴严國国園园圓圆圖图"
                    + "團团執执堅坚報报場场塊块塵尘墊垫墳坟壓压壞坏壽寿夠够夾夹奪夺婦妇媽妈孫孙學学實实寧宁審审寫写寬宽將将專专尋寻對对導导屆届層层屬属島岛師师帳账帶带幣币幫帮幾几庫库廁厕廠厂廢废廣广廳厅"
                    + "張张彈弹彙汇後后從从復复徵征慮虑慶庆憂忧憑凭應应懲惩戰战戲戏戶户掃扫掛挂採采換换損损擁拥擇择擔担據据擠挤擬拟擴扩擾扰攜携敗败敵敌數数斷断於于時时暫暂曆历書书會会東东條条棄弃業业極极"
                    + "榮荣構构槍枪樓楼標标樣样樹树橋桥機机橫横檔档檢检權权歡欢歲岁歷历殘残殯殡殺杀氈毡氣气汙污決决沒没況况涼凉淨净減减測测準准溝沟溫温滅灭滿满漁渔漲涨潔洁澆浇濕湿濟济災灾為为無无煙烟爐炉"
                    + "爭争爺爷牆墙狀状獎奖獨独獲获獻献現现環环瓊琼產产畫画異异當当疊叠療疗發发盡尽監监盤盘眾众矯矫確确碼码礎础禮礼稅税種种稱称積积穩稳窮穷競竞筆笔節节範范築筑簡简簽签籌筹糧粮糾纠約约紅红"
                    + "納纳純纯紙纸級级細细終终組组結结絕绝絡络給给統统經经綜综綠绿維维網网緊紧線线編编緩缓練练縣县縮缩總总績绩織织繼继續续罰罚罷罢義义習习聯联聲声職职聽听膠胶臨临與与舉举舊旧艙舱莊庄藝艺"
                    + "藥药蘇苏處处虛虚號号蟲虫術术衛卫衝冲裏里補补裝装裡里製制複复規规視视覺觉觀观觸触訂订計计訊讯訓训託托記记訟讼設设許许訴诉診诊詐诈評评詢询試试話话該该詳详認认語语誠诚誤误說说誰谁課课"
                    + "調调談谈請请論论諮咨證证識识譯译議议護护讀读讓让負负財财貢贡貧贫貨货販贩貪贪貫贯責责貯贮貴贵買买貸贷費费貼贴賀贺賃赁資资賠赔賢贤賣卖賦赋質质賬账賴赖購购贈赠贏赢趕赶跡迹踐践蹤踪車车"
                    + "軌轨軍军軟软較较載载輔辅輕轻輛辆輪轮輸输轉转辦办辭辞農农這这連连週周進进遊游運运過过達达違违遞递遠远適适遲迟遷迁選选遺遗還还邊边郵邮鄉乡鄭郑醜丑醫医釋释針针銀银鋪铺鋼钢錄录錢钱錯错"
                    + "鍋锅鍵键鎖锁鎮镇鏈链鐘钟鐵铁鑑鉴鑒鉴長长門门閉闭開开間间閱阅闆板闊阔關关陣阵陰阴陳陈陸陆陽阳隊队階阶際际隨随險险隱隐雙双雜杂離离難难電电靈灵靜静韓韩響响頁页頂顶項项順顺須须預预領领"
                    + "頭头題题額额顏颜願愿類类顧顾風风飛飞飯饭飲饮飾饰養养餘余館馆駐驻駕驾駛驶駿骏騎骑騙骗驗验驚惊體体髮发鬧闹魚鱼鳥鸟麗丽麼么黃黄點点黨党齊齐齒齿齡龄龍龙";

    private Traditional() {}

    static String simplified(String text) {
        var simplified = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            simplified.append(simplified(text.charAt(i)));
        }
        return simplified.toString();
    }

    private static char simplified(char c) {
        for (int i = 0; i < PAIRS.length(); i += 2) {
            if (PAIRS.charAt(i) == c) {
                return PAIRS.charAt(i + 1);
            }
        }
        return c;
    }
}
