package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SharedDatabase.await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import wenju.notice.Lines;
import wenju.notice.Locator;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.store.Actor;
import wenju.store.Database;
import wenju.store.DeskAccounts;
import wenju.store.NoticeStore;
import wenju.store.Role;
import wenju.store.SharedDatabase;

/** The workbook for the hotline's knowledge base, read back. */
@ExtendWith({SharedDatabase.class, VertxExtension.class})
class KnowledgeApiIT {
    private static final String PATH = "/api/v1/desk/knowledge.xlsx";
    private static final String ANSWERS = "/api/v1/desk/answers";
    private static final List<String> HEADS = List.of("类目", "标题", "内容", "发文单位", "材料性质", "关键字");

    @TempDir
    Path directory;

    private Database database;

    @BeforeEach
    void open(Database shared) {
        database = shared;
    }

    @Test
    void clausesThatHold_andStandardAnswers_areEntries_andTheRestIsNamed(Vertx vertx) throws IOException {
        try (var running = new AnsweringDesk(vertx, database, directory)) {
            save(SampleNotices.LIFTS.notice(), SampleNotices.PLAN.notice(), SampleNotices.OLD_LIFTS.notice());
            SignedIn wang = SignedIn.as(Role.EDITOR, "wang", running.service, database);
            approve(wang, SignedIn.as(Role.EDITOR, "li", running.service, database));

            Map<String, List<List<String>>> book = read(taken(running.service, wang));
            assertEquals(List.of("知识点1", "未列入"), List.copyOf(book.keySet()));
            List<List<String>> points = book.get("知识点1");
            assertEquals(HEADS, points.getFirst());
            assertEquals(
                    List.of(
                            "《示例市人民政府办公室关于印发老旧小区加装电梯工作方案的通知》二、（一）",
                            "《示例市人民政府办公室关于印发老旧小区加装电梯工作方案的通知》附件 序号 1",
                            "《示例市人民政府办公室关于印发老旧小区加装电梯工作方案的通知》附件 序号 2",
                            "《示例市人民政府办公室关于印发老旧小区加装电梯工作方案的通知》附件 名单",
                            "《示例市电梯安全管理办法》第一章 第一条",
                            "《示例市电梯安全管理办法》第三章 第十二条",
                            "《示例市电梯安全管理办法》第四章 第二十条",
                            "电梯困人多久到场"),
                    points.stream().skip(1).map(row -> row.get(1)).toList());

            List<String> clause = points.get(6);
            assertEquals("示例市电梯安全管理办法/第三章 维护保养", clause.get(0));
            assertEquals("""
                    第十二条 电梯维护保养单位应当履行下列义务：
                    （一）每十五日至少维护保养一次；
                    （二）接到困人报告后三十分钟内到达现场；
                    （三）建立维护保养档案，保存期不少于四年。
                    （出处：《示例市电梯安全管理办法》（示例市人民政府令第12号）第三章 第十二条，2020-03-01 成文；现行有效）""", clause.get(2));
            assertEquals("示例市人民政府", clause.get(3));
            assertEquals("令", clause.get(4));
            List<String> keywords = List.of(clause.get(5).split("；"));
            assertEquals("示例市人民政府令第12号", keywords.getFirst());
            assertEquals(6, keywords.size(), keywords.toString());
            assertTrue(keywords.contains("保养"), keywords.toString());

            String row = points.get(2).get(2);
            assertTrue(row.startsWith("序号\t任务\t责任单位\n1\t摸底调查\t各区人民政府\n（出处："), row);
            assertTrue(row.endsWith("效力待核实）"), row);

            List<String> answer = points.getLast();
            assertEquals("标准答复", answer.get(0));
            assertEquals("三十分钟内到场。\n（依据：《示例市电梯安全管理办法》（示例市人民政府令第12号）第三章 第十二条，2020-03-01 成文）", answer.get(2));
            assertEquals(List.of("示例市人民政府", "热点问答"), answer.subList(3, 5));

            assertEquals(
                    List.of(
                            List.of("文件", "文号", "发文单位", "效力", "依据"),
                            List.of("示例市电梯管理暂行规定", "示政〔2011〕5号", "示例市人民政府", "已废止", "已被《示例市电梯安全管理办法》（示例市人民政府令第12号）废止")),
                    book.get("未列入"));
            assertEquals("export_knowledge wang knowledge", DeskAccounts.lastAudit(database));
        }
    }

    /** As many rows as a hotline imports at a time, each with a title of its own; what looks like a formula stays text. */
    @Test
    void sheets_areFullAtAThousand_andEveryTitleIsAlone(Vertx vertx) throws IOException {
        String title = "示例市" + "关于很长很长的事情".repeat(16) + "的通知";
        String id = Notice.id(null, "示例市人民政府", title, null);
        var passages = new ArrayList<Passage>();
        for (int i = 0; i < 1005; i++) {
            passages.add(new Passage(
                    id + "-" + i,
                    i,
                    Passage.Form.ROW,
                    Locator.of("附件"),
                    List.of("附件 甲/乙"),
                    "",
                    i == 0 ? "=1+1" : i == 1 ? "长".repeat(40_000) : "第" + i + "项",
                    new Lines(i + 1, i + 1)));
        }
        save(new Notice(
                id,
                null,
                title,
                "示例市人民政府",
                "示例市",
                "通知",
                null,
                LocalDate.of(2020, 1, 1),
                null,
                "long.txt",
                new Lines(1, 1005),
                List.of(),
                passages));
        RunningService service = RunningService.start(
                vertx, RunningService.collaborators(new Integrators().integrations(), SignedIn.desk(database)));

        byte[] taken = taken(service, SignedIn.as(Role.EDITOR, service, database));
        Map<String, List<List<String>>> book = read(taken);
        assertEquals(List.of("知识点1", "知识点2"), List.copyOf(book.keySet()));
        assertEquals(1001, book.get("知识点1").size());
        List<List<String>> rows =
                new ArrayList<>(book.get("知识点1").subList(1, book.get("知识点1").size()));
        rows.addAll(book.get("知识点2").subList(1, book.get("知识点2").size()));
        assertEquals(1006, rows.size());
        assertEquals(1006, rows.stream().map(row -> row.get(1)).distinct().count());
        assertTrue(rows.stream().allMatch(row -> row.get(1).length() <= 128));
        assertTrue(rows.getLast().get(1).endsWith("（1006）"), rows.getLast().get(1));
        assertEquals(title + "/附件 甲／乙", rows.getFirst().getFirst());
        assertTrue(rows.getFirst().get(2).startsWith("=1+1\n"));
        assertTrue(rows.get(1).get(2).length() + rows.get(2).get(2).length() > 40_000);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(taken));
                Stream<Row> stream = workbook.getFirstSheet().openStream()) {
            Cell cell = stream.skip(1).findFirst().orElseThrow().getCell(2);
            assertEquals(CellType.STRING, cell.getType());
        }
    }

    @Test
    void emptyStore_givesAnEmptyBook(Vertx vertx) throws IOException {
        RunningService service = RunningService.start(
                vertx, RunningService.collaborators(new Integrators().integrations(), SignedIn.desk(database)));
        assertEquals(Map.of("知识点1", List.of(HEADS)), read(taken(service, SignedIn.as(Role.EDITOR, service, database))));
    }

    @Test
    void onlyOne_isMadeAtATime_andNothingIsLeftBehind(Vertx vertx) throws Exception {
        save(SampleNotices.LIFTS.notice());
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        RunningService service = RunningService.start(
                vertx,
                RunningService.collaborators(new Integrators().integrations(), SignedIn.desk(database, (text, most) -> {
                    begun.countDown();
                    try {
                        assertTrue(go.await(1, TimeUnit.MINUTES));
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return List.of();
                })));
        SignedIn wang = SignedIn.as(Role.EDITOR, "wang", service, database);
        var first = CompletableFuture.supplyAsync(() -> taken(service, wang));
        assertTrue(begun.await(1, TimeUnit.MINUTES));
        HttpResponse<String> second = wang.get(PATH);
        assertEquals(503, second.statusCode());
        assertEquals("10", second.headers().firstValue("Retry-After").orElseThrow());
        go.countDown();
        assertEquals(4, read(first.get(1, TimeUnit.MINUTES)).get("知识点1").size());
        assertEquals(200, wang.get(PATH).statusCode());
    }

    private void approve(SignedIn author, SignedIn other) {
        JsonObject draft = new JsonObject()
                .put("wordings", new JsonArray().add("电梯困人多久到场"))
                .put("text", "三十分钟内到场。")
                .put("passageIds", new JsonArray().add(SampleNotices.article12().id()))
                .put("reviewOn", LocalDate.now(Collaborators.CHINA).plusDays(30).toString());
        HttpResponse<String> written = author.send("POST", ANSWERS, draft.encode());
        assertEquals(201, written.statusCode(), written.body());
        String id = new JsonObject(written.body()).getString("id");
        assertEquals(
                200,
                other.send("POST", ANSWERS + "/" + id + "/approval", null, "If-Match", "\"v1\"")
                        .statusCode());
    }

    private void save(Notice... notices) {
        await(new NoticeStore(database, "test").save(notices[0].gazette(), "more", List.of(notices), Actor.PROGRAM));
    }

    /** As a browser takes it, which understands compression. */
    private static byte[] taken(RunningService service, SignedIn who) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.base() + PATH))
                .header("Accept-Encoding", "gzip")
                .headers(who.headers());
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            assertEquals(200, response.statusCode());
            assertEquals(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    response.headers().firstValue("Content-Type").orElseThrow());
            assertEquals(
                    "attachment; filename=\"wenju-knowledge-" + LocalDate.now(Collaborators.CHINA) + ".xlsx\"",
                    response.headers().firstValue("Content-Disposition").orElseThrow());
            return response.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every sheet by its name, in order. */
    private static Map<String, List<List<String>>> read(byte[] book) throws IOException {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        try (InputStream in = new ByteArrayInputStream(book);
                var workbook = new ReadableWorkbook(in)) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                var rows = new ArrayList<List<String>>();
                for (Row row : sheet.read()) {
                    rows.add(row.stream().map(Cell::getText).toList());
                }
                sheets.put(sheet.getName(), rows);
            }
        }
        return sheets;
    }
}
