package wenju.http;

import static wenju.http.Html.el;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code /guide}: every element in every state with its accessibility criteria, for whoever changes a page. In Chinese only; the
 * specimens follow the browser's language. What stands in them is invented, by {@link Specimens}.
 */
final class GuidePage {
    private GuidePage() {}

    /**
     * One element.
     *
     * @param element name of the element or class
     * @param purpose what it is for
     * @param criteria what must hold for everybody to be able to use it
     */
    private record Chapter(
            String title, String element, String purpose, List<String> criteria, List<Specimen> states) {}

    /** An element in one state. */
    record Specimen(String state, Html shown) {}

    static String of(Visitor visitor) {
        var specimens = new Specimens(visitor.words());
        List<Chapter> chapters = chapters(specimens);
        var contents = new ArrayList<Html>();
        var sections = new ArrayList<Html>();
        for (Chapter chapter : chapters) {
            String id = "c" + (sections.size() + 1);
            contents.add(el("li", el("a", chapter.title()).with("href", "#" + id)));
            sections.add(section(chapter, id));
        }
        return Layout.page(
                visitor,
                "样例",
                "guide",
                Script.GUIDE,
                el(
                                "main",
                                el("h1", "样例"),
                                el("p", "网页上的每个元素、每种状态，以及它必须做到的无障碍要求。示例中的文件和城市都是虚构的。")
                                        .with("class", "lead"),
                                el("nav", el("ol", contents)).with("aria-label", "元素"),
                                el("div", sections))
                        .with("id", "main")
                        .with("lang", "zh-CN"));
    }

    private static Html section(Chapter chapter, String id) {
        var states = new ArrayList<Html>();
        for (Specimen specimen : chapter.states()) {
            states.add(el(
                            "div",
                            el("h3", specimen.state()),
                            el("div", specimen.shown()).with("class", "stage"))
                    .with("class", "specimen")
                    .with("data-state", specimen.state()));
        }
        return el(
                        "section",
                        el("h2", chapter.title()),
                        el("p", el("code", chapter.element()), Html.text("　" + chapter.purpose())),
                        el("h3", "无障碍要求"),
                        el(
                                        "ul",
                                        chapter.criteria().stream()
                                                .map(criterion -> el("li", criterion))
                                                .toList())
                                .with("class", "criteria"),
                        el("div", states))
                .with("id", id)
                .with("class", "chapter");
    }

    private static List<Chapter> chapters(Specimens specimens) {
        return List.of(
                new Chapter(
                        "提问框",
                        "wenju-ask",
                        "输入问题。没有脚本时是普通表单。",
                        List.of(
                                "有看不见但读得出的标签；占位文字不充当标签。",
                                "回车提交，Shift+回车换行，空框里按向上键取回上一个问题；用输入法选字时回车不提交。",
                                "提示用向下键进入，Esc 返回输入框；条数由状态区域读出一次。",
                                "发现个人信息时先提醒、不发送；提醒用 role=\"alert\" 读出，焦点移到“遮住再问”。"),
                        specimens.asking()),
                new Chapter(
                        "回答",
                        "wenju-answer · wenju-excerpt",
                        "找到的条文、出处、效力，或者如实说没有。",
                        List.of(
                                "答完只读出一次：role=\"log\" 区域里一句话，正文不在其中，焦点不动。",
                                "引文是 blockquote，语言标为 zh-CN；作答的字词用 mark，不只靠颜色：另有下划线。",
                                "效力是文字加符号，不只靠颜色；原因一按即见（details）。",
                                "条文之外的上下文颜色变淡，对比度仍不低于 4.5。",
                                "表格是真正的 table，表头有 scope。"),
                        specimens.answers()),
                new Chapter(
                        "效力",
                        ".validity",
                        "文件在今天的效力和理由。",
                        List.of("六种状态各有不同的字和符号；黑白打印也分得清。", "可用键盘展开。"),
                        specimens.validities()),
                new Chapter(
                        "反馈",
                        "wenju-feedback",
                        "有用、没用；没用可以说原因。",
                        List.of("原因是一组单选按钮，有组名。", "提交后的话由 role=\"status\" 读出，焦点不丢。"),
                        specimens.feedback()),
                new Chapter(
                        "等待和故障",
                        "wenju-trouble",
                        "超过 300 毫秒才显示“正在查找”；连不上、太快、太忙、出错各有说法。",
                        List.of("故障由 role=\"alert\" 读出一次；倒数的秒数不逐秒读。", "等够秒数之前“再问一次”不可按，且用文字说明还要等多久。", "动画遵从“减少动态效果”。"),
                        specimens.troubles()),
                new Chapter(
                        "原文阅读",
                        ".banner · .outline · .passage · .table · .relations",
                        "服务器排好的全文，不需要脚本。",
                        List.of("目录是 nav；标题逐级。", "被引的条文用色底加左线标出，不只靠颜色。", "宽表格可用键盘横向滚动，有名字。", "打印时只留文件本身。"),
                        specimens.reading()),
                new Chapter(
                        "还没有文件", ".command", "一件文件也没有时，告诉管理员怎么导入。", List.of("命令可以选中复制，可用键盘横向滚动。"), specimens.empty()));
    }
}
