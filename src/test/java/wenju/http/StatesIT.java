package wenju.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wenju.answer.Answer;
import wenju.answer.Excerpt;
import wenju.answer.Question;
import wenju.store.NoticeFilter;
import wenju.store.NoticePage;
import wenju.store.StoredNotice;

/** Every state the chat can come into, reached as a visitor reaches it: in both schemes, in plain and in large type. */
@ExtendWith(VertxExtension.class)
class StatesIT {
    private static final String ASK = "**/api/v1/ask";
    private static final String LENGTHY = "很长的一条说了什么";
    /** Less is hard to hit for a finger that trembles. CSS pixels. */
    private static final double TARGET = 44;

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static RunningService service;

    @BeforeAll
    static void start(Vertx vertx) {
        service = RunningService.start(
                vertx, RunningService.collaborators(StatesIT::answer, RunningService.SampleNoticesInMemory.INSTANCE));
    }

    static Stream<Arguments> visitors() {
        return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                .flatMap(scheme -> Stream.of(Arguments.of(scheme, false), Arguments.of(scheme, true)));
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void waiting(ColorScheme scheme, boolean senior) {
        Page page = open(service, scheme, senior);
        page.route(ASK, route -> {});
        send(page, RunningService.QUESTION);
        assertThat(page.locator(".waiting")).hasText("正在文件里查找…");
        assertFits(page, "waiting", scheme, senior);
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void noNetwork(ColorScheme scheme, boolean senior) {
        Page page = open(service, scheme, senior);
        page.context().setOffline(true);
        send(page, RunningService.QUESTION);
        assertThat(page.locator("wenju-trouble [role=alert]")).hasText("连不上服务。请检查网络，问题已经替您留着。");
        assertFits(page, "offline", scheme, senior);

        page.context().setOffline(false);
        page.locator("wenju-trouble button").click();
        assertThat(page.locator("wenju-answer mark").first()).isVisible();
        assertAnnounced(page, 1);
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void tooManyQuestions(ColorScheme scheme, boolean senior, Vertx vertx) {
        RunningService strict = RunningService.start(
                vertx,
                RunningService.collaborators(RunningService::answer, RunningService.SampleNoticesInMemory.INSTANCE),
                HttpSettings.of(0, 1));
        Page page = open(strict, scheme, senior);
        ask(page, RunningService.QUESTION, 1);
        send(page, "那业主呢");
        assertThat(page.locator("wenju-trouble [role=alert]")).containsText("问得有点快，请等 ");
        assertThat(page.locator("wenju-trouble button")).isDisabled();
        assertFits(page, "429", scheme, senior);
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void notReady(ColorScheme scheme, boolean senior, Vertx vertx) {
        Page page = open(with(vertx, RunningService.SampleNoticesInMemory.INSTANCE, starting()), scheme, senior);
        send(page, RunningService.QUESTION);
        assertThat(page.locator("wenju-trouble [role=alert]")).containsText("服务正在启动，请等 ");
        assertFits(page, "503", scheme, senior);
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void nothingImported(ColorScheme scheme, boolean senior, Vertx vertx) {
        Page page = open(with(vertx, new NoNotices(), RunningService.READY), scheme, senior);
        assertThat(page.locator(".command")).containsText("java -jar wenju.jar import");
        assertFits(page, "empty", scheme, senior);
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void clause_thatIsVeryLong(ColorScheme scheme, boolean senior) {
        Page page = open(service, scheme, senior);
        ask(page, LENGTHY, 1);
        assertThat(page.locator(".partial")).hasText("这是节选，全文请查看原文。");
        assertFits(page, "lengthy", scheme, senior);
        assertAnnounced(page, 1);
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void rowOfATable(ColorScheme scheme, boolean senior) {
        Page page = open(service, scheme, senior);
        ask(page, "维保资金补助归谁管的表格", 1);
        assertThat(page.locator("wenju-excerpt th")).hasCount(3);
        assertFits(page, "row", scheme, senior);
        assertAnnounced(page, 1);
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void question_withMarkup(ColorScheme scheme, boolean senior) {
        Page page = open(service, scheme, senior);
        ask(page, "<img src=x onerror=alert(1)><b>维保</b>", 1);
        assertThat(page.locator(".question")).hasText("<img src=x onerror=alert(1)><b>维保</b>");
        assertThat(page.locator(".question *")).hasCount(0);
        assertFits(page, "markup", scheme, senior);
        assertAnnounced(page, 1);
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void questionThatNothingAnswers_andReasonsAskedFor(ColorScheme scheme, boolean senior) {
        Page page = open(service, scheme, senior);
        ask(page, "今天下雨吗", 1);
        assertFits(page, "unanswered", scheme, senior);
        page.locator("wenju-feedback button").last().click();
        assertFits(page, "unanswered-why", scheme, senior);
        assertAnnounced(page, 1);
    }

    @Test
    void seniorMode_hasTargetsThatATremblingFingerHits() {
        Page page = open(service, ColorScheme.LIGHT, true);
        ask(page, RunningService.QUESTION, 1);
        page.locator(".privacy summary").click();
        page.locator("details.folded > summary").click();
        page.locator("wenju-feedback button").last().click();
        Object small = page.evaluate("""
                least => [...document.querySelectorAll('button, summary, label, .questions a, a.open, .new-topic, .brand')]
                    .map(one => [one, one.getBoundingClientRect()])
                    .filter(([one, box]) => box.width > 1 && (box.height < least || box.width < least))
                    .map(([one, box]) => one.className + ' ' + one.textContent + ' ' + box.width + '×' + box.height)""", TARGET);
        assertEquals(List.of(), small);
    }

    @Test
    void phone_hasTargetsThatAFingerHits() {
        Page page = chromium.open(Chromium.phone(), service.base() + "/");
        Chromium.assertFingersHit(page);
        ask(page, RunningService.QUESTION, 1);
        page.locator(".privacy summary").click();
        page.locator("details.folded > summary").click();
        page.locator("wenju-feedback button").last().click();
        Chromium.assertFingersHit(page);
        Chromium.assertFitsEverybody(page, "state-phone");
        for (String path : List.of(
                "/notices",
                "/nowhere",
                "/notices/" + SampleNotices.LIFTS.notice().id())) {
            page.navigate(service.base() + path);
            Chromium.assertFingersHit(page);
        }
    }

    /** Twice the type, as a browser's own setting makes it, and twice everything, as its zoom does. */
    @Test
    void doubledType_andDoubledPage_fit() {
        Page page = open(service, ColorScheme.LIGHT, false);
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        ask(page, RunningService.QUESTION, 1);
        Chromium.assertFitsEverybody(page, "state-type-200");

        Page zoomed = chromium.open(Chromium.visitor(640, 400).setDeviceScaleFactor(2), service.base() + "/");
        ask(zoomed, RunningService.QUESTION, 1);
        Chromium.assertFitsEverybody(zoomed, "state-zoom-200");
    }

    /** What a browser of 2020 (Chromium 80) does not have is taken away; its syntax is looked after by PagesTest. */
    @Test
    void browserOf2020_asksReadsAndTells() {
        Page page = open(service, ColorScheme.LIGHT, false);
        page.addInitScript("""
                for (const [owner, names] of [[Element.prototype, ['replaceChildren', 'checkVisibility']],
                    [Array.prototype, ['at', 'findLast', 'toSorted', 'toReversed']], [String.prototype, ['at', 'replaceAll']],
                    [Object, ['hasOwn', 'groupBy']], [Crypto.prototype, ['randomUUID']], [window, ['structuredClone']],
                    [Promise, ['any', 'withResolvers']], [HTMLElement.prototype, ['togglePopover', 'showPopover']]]) {
                  names.forEach(name => delete owner[name]);
                }""");
        page.reload();
        assertEquals(true, page.evaluate("[].at === undefined"));
        ask(page, RunningService.QUESTION, 1);
        page.locator("wenju-feedback button").first().click();
        assertThat(page.locator("wenju-feedback [role=status]")).hasText("记下了，谢谢。");
        page.locator("a.open").first().click();
        assertThat(page.frameLocator("dialog iframe").locator("section:target")).isVisible();
    }

    private static Answer answer(Question question) {
        Answer usual = RunningService.answer(new Question(
                question.text().equals(LENGTHY) ? RunningService.QUESTION : question.text(),
                List.of(),
                5,
                question.filters()));
        return question.text().equals(LENGTHY) && usual instanceof Answer.Answered answered
                ? new Answer.Answered(
                        LENGTHY, List.of(lengthy(answered.excerpts().getFirst())), List.of())
                : usual;
    }

    private static Excerpt lengthy(Excerpt excerpt) {
        String sentence = "有关单位应当结合实际编制应急预案，明确组织指挥、监测预警、处置程序和保障措施，并定期组织演练。";
        String text = "第九条 " + sentence.repeat(Excerpt.MAX_LENGTH / sentence.length() - 1);
        return new Excerpt(
                1,
                0.9,
                text,
                false,
                new Excerpt.Highlight(0, text.length()),
                List.of(new Excerpt.Highlight(4, sentence.length())),
                excerpt.citation());
    }

    private static Readiness starting() {
        return new Readiness(Readiness.Status.STARTING, Map.of("index", Readiness.Status.STARTING));
    }

    private static RunningService with(Vertx vertx, Notices notices, Readiness readiness) {
        return RunningService.start(
                vertx,
                new Collaborators(
                        RunningService::answer,
                        notices,
                        new AnswersInMemory(),
                        () -> readiness,
                        List::of,
                        typed -> List.of(),
                        Collaborators.CHINA));
    }

    private static Page open(RunningService on, ColorScheme scheme, boolean senior) {
        Page page = chromium.open(Chromium.visitor(390, 844).setColorScheme(scheme), on.base() + "/");
        if (senior) {
            page.locator(".senior-switch button").click();
        }
        return page;
    }

    private static void send(Page page, String question) {
        page.locator("textarea").fill(question);
        page.keyboard().press("Enter");
    }

    private static void ask(Page page, String question, int answers) {
        send(page, question);
        assertThat(page.locator("wenju-answer .found")).hasCount(answers);
    }

    /** One sentence for each finished answer, and none of the answers is in a live region. */
    private static void assertAnnounced(Page page, int answers) {
        assertThat(page.locator("[role=log] > p")).hasCount(answers);
        assertThat(page.locator("[role=log] wenju-answer, [aria-live] wenju-answer"))
                .hasCount(0);
    }

    private static void assertFits(Page page, String state, ColorScheme scheme, boolean senior) {
        Chromium.assertFitsEverybody(
                page, "state-" + state + "-" + scheme.name().toLowerCase(Locale.ROOT) + (senior ? "-senior" : ""));
    }

    /** A store with nothing in it. */
    private static final class NoNotices implements Notices {
        @Override
        public Future<NoticePage> list(NoticeFilter filter) {
            return Future.succeededFuture(new NoticePage(List.of(), null));
        }

        @Override
        public Future<Optional<StoredNotice>> find(String id) {
            return Future.succeededFuture(Optional.empty());
        }
    }
}
