package wenju.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import wenju.store.Database;
import wenju.store.Role;
import wenju.store.SharedDatabase;

/** A standard answer in a browser, over a real database: written, approved by another, seen by a citizen, stepping aside. */
@ExtendWith({SharedDatabase.class, VertxExtension.class})
class DeskAnswersIT {
    private static final String QUESTION = "电梯维保多久到现场救人";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @TempDir
    Path directory;

    private AnsweringDesk running;
    private SignedIn wang;
    private SignedIn li;

    @BeforeEach
    void start(Vertx vertx, Database shared) {
        running = new AnsweringDesk(vertx, shared, directory);
        wang = SignedIn.as(Role.EDITOR, "wang", running.service, shared);
        li = SignedIn.as(Role.EDITOR, "li", running.service, shared);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void answer_isWrittenApprovedSeenAndStepsAside() {
        Page writer = page(wang, "/desk/answers?question=" + QUESTION);
        assertThat(writer.locator("#wordings")).hasValue(QUESTION);
        writer.locator("#text").fill("接到报告后三十分钟内到场。");
        writer.locator("#find").fill("维护保养单位 义务");
        writer.locator("#find").press("Enter");
        assertThat(writer.locator(".editing [role=status]")).containsText("找到 ");
        writer.locator(".take").first().click();
        assertThat(writer.locator(".editing [role=status]")).hasText("已选用 1 条。");
        assertThat(writer.locator(".taken")).containsText("第十二条");
        writer.locator("#review")
                .fill(LocalDate.now(Collaborators.CHINA).plusYears(1).toString());
        writer.locator("form.editing [type=submit]").click();
        assertThat(writer.locator("[role=status]")).hasText("已保存，等待另一位编辑核准。");
        assertThat(writer.locator(".states")).hasText("等待核准");
        assertThat(writer.locator(".approve")).hasCount(0);

        Page approver = page(li, "/desk/answers");
        approver.locator(".approve").click();
        assertThat(approver.locator("[role=status]")).hasText("已核准。");
        assertThat(approver.locator("article.card")).isFocused();
        LocalDate today = LocalDate.now(Collaborators.CHINA);
        assertThat(approver.locator("article.card"))
                .containsText("由li核准，" + Words.CHINESE.date(today.plusYears(1)) + " 复核");
        approver.locator(".change").click();
        approver.getByText("取消").click();
        assertThat(approver.locator(".change")).isFocused();
        assertThat(approver.locator(".states")).hasText("使用中");
        writer.locator(".withdraw").click();
        assertThat(writer.locator("[role=status]")).containsText("别人先改了");
        assertThat(writer.locator(".states")).hasText("使用中");

        for (boolean script : new boolean[] {true, false}) {
            Page citizen = chromium.open(
                    Chromium.visitor().setJavaScriptEnabled(script), running.service.base() + "/?q=" + QUESTION);
            assertThat(citizen.locator(".approved")).containsText("接到报告后三十分钟内到场。");
            assertThat(citizen.locator(".approved")).containsText("不是文件原文");
            assertThat(citizen.locator(".approved a")).hasText("《示例市电梯安全管理办法》第十二条");
            assertThat(citizen.locator("blockquote").first()).containsText("接到困人报告后三十分钟内到达现场");
            assertThat(citizen.locator("blockquote").first()).not().containsText("接到报告后三十分钟内到场。");
        }

        running.changeArticle12("三十分钟", "二十分钟");
        Page later = chromium.open(Chromium.visitor(), running.service.base() + "/?q=" + QUESTION);
        assertThat(later.locator("wenju-answer")).containsText("第十二条");
        assertThat(later.locator(".approved")).hasCount(0);
        approver.reload();
        assertThat(approver.locator(".states")).hasText("条文有变动，不再给出");
    }

    @Test
    void everyPage_fitsEverybody() {
        SignedIn staff = wang;
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {320, 1280}) {
                String look = "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
                Page page = chromium.open(
                        Chromium.visitor(width, 900).setColorScheme(scheme), running.service.base() + "/desk/sign-in");
                staff.open(page, "/desk/answers?question=" + QUESTION);
                page.locator("#find").press("Enter");
                page.locator(".take").first().click();
                Chromium.assertFitsEverybody(page, "desk-answers-editing" + look);
                page.locator("#text").fill("三十分钟。");
                page.locator("#review").fill("2099-01-01");
                page.locator("form.editing [type=submit]").click();
                assertThat(page.locator("[role=status]")).containsText("已保存");
                Chromium.assertFitsEverybody(page, "desk-answers" + look);
                page.locator(".withdraw").first().click();
                assertThat(page.locator("[role=status]")).hasText("已撤下。");
            }
        }
    }

    private Page page(SignedIn somebody, String path) {
        Page page = chromium.open(Chromium.visitor(), running.service.base() + "/desk/sign-in");
        somebody.open(page, path);
        return page;
    }
}
