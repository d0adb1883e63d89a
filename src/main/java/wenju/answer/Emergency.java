package wenju.answer;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody who needs help at once gets the number to call before anything else. Only cries for help count: who asks what the
 * rules on fires are is asking about rules. Stateless.
 */
final class Emergency {
    /** Longer texts tell of something rather than cry for help. */
    private static final int CRY = 16;

    private static final Pattern DESPAIR =
            Pattern.compile("不想活|活不下去|想自杀|要自杀|想轻生|要轻生|想死(?![掉机])|想跳楼|要跳楼|结束(?:自己的?)?生命|割腕");
    private static final Pattern FIRE = Pattern.compile("着火了|起火了|失火了|火警|煤气漏了|燃气漏了|天然气漏了|有人被困");
    private static final Pattern POLICE = Pattern.compile("^报警$|要报警|我要报案|有人抢劫|有人打人|杀人了|被抢了|有人跟踪我|救命");
    private static final Pattern DOCTOR = Pattern.compile("^急救$|晕倒了|昏倒了|没呼吸|流血不止|心脏病犯了|中毒了|叫救护车");
    private static final Pattern ASKS_RULES = Pattern.compile("规定|办法|条例|负责|处罚|罚|预案|赔|怎么办理|责任|标准|文件|哪个部门|谁管");

    private Emergency() {}

    /** Whom to call, in Chinese, or nothing when it is no cry for help. */
    static Optional<String> advice(String clean) {
        if (DESPAIR.matcher(clean).find() && !ASKS_RULES.matcher(clean).find()) {
            return Optional.of("您不是一个人。请现在就拨打全国统一心理援助热线12356，或者拨打110、120");
        }
        if (clean.length() > CRY || ASKS_RULES.matcher(clean).find()) {
            return Optional.empty();
        }
        if (FIRE.matcher(clean).find()) {
            return Optional.of("火警和救援请立即拨打119");
        }
        if (DOCTOR.matcher(clean).find()) {
            return Optional.of("医疗急救请立即拨打120");
        }
        return POLICE.matcher(clean).find() ? Optional.of("报警请立即拨打110") : Optional.empty();
    }
}
