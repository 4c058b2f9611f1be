package org.zhubao.roster;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A column that a roster may have, with the headings departments write above it. The name shown comes from the message
 * {@code column.<code>}.
 */
public enum Column {
    SEQUENCE("序号", "序", "编号", "行号", "no", "no."),
    COUNTY("县(区)", "区县", "区(县)", "县区", "县(市、区)", "县", "所属区县", "所在区县", "参保区县"),
    TOWNSHIP(
            "镇(街)", "镇街", "乡镇", "镇", "街道", "乡(镇)", "乡镇(街道)", "镇(街道)", "镇乡", "镇街道", "乡镇街道", "所属乡镇", "所在乡镇", "所属镇街",
            "所在镇街", "乡镇名称"),
    VILLAGE("村(居)", "村居", "村(社区)", "村社区", "村", "社区", "行政村", "村委会", "村(居)委会", "村(居委会)", "所属村", "所在村", "村名称"),
    NAME("姓名", "人员姓名", "参保人姓名", "学生姓名", "残疾人姓名", "死者姓名", "死亡人员姓名", "对象姓名", "救助对象姓名", "成员姓名", "家庭成员姓名", "名字"),
    ID_NUMBER(
            "身份证号",
            "身份证号码",
            "身份证",
            "身份证件号",
            "身份证件号码",
            "证件号",
            "证件号码",
            "有效证件号码",
            "公民身份号码",
            "公民身份证号",
            "公民身份证号码",
            "公民身份证件号码",
            "居民身份证号",
            "居民身份证号码",
            "身份号码",
            "身份证编号",
            "本人身份证号",
            "本人身份证号码",
            "学生身份证号",
            "学生身份证号码",
            "残疾人身份证号",
            "死者身份证号"),
    IDENTITY(
            "人员类别", "人员类型", "人员身份", "人员身份标识", "身份标识", "身份类别", "身份类型", "身份", "医疗救助身份", "救助身份", "救助类别", "救助类型", "救助对象类别",
            "对象类别", "对象类型", "困难类别", "困难类型", "困难人员类别", "特殊人员类别", "特殊人员身份", "资助类别", "资助身份", "资助对象类别", "保障类别", "参保身份",
            "参保人员身份"),
    RECOGNISED_ON("认定时间", "认定日期", "认定年月", "纳入时间", "纳入日期", "识别时间", "批准时间", "审批时间", "享受时间", "享受起始时间", "新增时间", "生效时间"),
    ENDED_ON("取消时间", "核减时间", "退出时间", "停发时间", "终止时间", "取消日期", "核减日期"),
    HOUSEHOLD("户籍性质", "户口性质", "户籍类型", "户籍类别", "户口类别", "户口类型", "户籍", "城乡", "城乡类别", "城乡属性"),
    HOUSEHOLD_NUMBER("户编号", "户号", "户编码", "家庭编号", "家庭编码", "家庭户编号", "农户编号", "户籍编号"),
    HOUSEHOLD_CERTIFICATE("低保证号", "低保证编号", "低保证号码", "救助证号", "特困证号", "家庭证号"),
    HOUSEHOLD_HEAD("户主身份证号", "户主身份证号码", "户主证件号码", "户主身份证", "户主公民身份号码"),
    REMARK("备注", "说明", "备注说明"),
    CERTIFICATE_NUMBER("残疾人证号", "残疾人证号码", "残疾证号", "残疾证号码", "残疾人证", "残疾证", "残疾人证件号", "残疾人证件号码"),
    DISABILITY_CATEGORY("残疾类别", "残疾类型", "残疾种类", "致残类别"),
    DISABILITY_GRADE("残疾等级", "残疾级别", "残级", "等级"),
    CERTIFICATE_STATUS("证件状态", "残疾人证状态", "残疾证状态", "证状态", "持证状态"),
    CERTIFICATE_EXPIRES("有效期", "有效期至", "有效期限", "证件有效期", "证件有效期至", "残疾证有效期", "残疾人证有效期", "到期时间", "到期日期"),
    SCHOOL("学校", "学校名称", "就读学校", "所在学校", "学校全称"),
    CLASS("班级", "年级班级", "年级", "就读年级", "所在班级"),
    SEX("性别"),
    BIRTH_DATE("出生日期", "出生年月", "出生年月日", "出生时间"),
    DIED_ON("死亡时间", "死亡日期", "去世时间", "去世日期", "死亡年月"),
    MOVED_FROM("迁出地", "迁出县区", "迁出区县", "迁出县(区)", "原户籍地"),
    MOVED_TO("迁入地", "迁入县区", "迁入区县", "迁入县(区)", "现户籍地"),
    MOVED_ON("迁移时间", "迁移日期", "迁入时间", "迁入日期", "迁出时间", "迁出日期"),
    PAID_AS("代缴类别", "代缴人员类别", "缴费人员类别"),
    TIER("参保档次", "缴费档次", "档次", "参保类别"),
    SUBSIDISED("代缴金额", "资助金额", "资助代缴金额", "财政代缴金额", "政府资助金额", "补助金额"),
    OWN_PAYMENT("个人缴费金额", "个人缴费", "个人实缴金额", "个人实缴", "自缴金额", "个人应缴金额"),
    TOTAL_PAID("缴费总额", "缴费合计", "缴费总金额", "总缴费金额", "应缴总额", "合计金额"),
    PAID_ON("缴费日期", "缴费时间", "缴款日期", "缴款时间", "入库日期", "到账日期"),
    PAYMENT_BATCH("请款批次", "缴费批次", "代缴批次", "批次"),
    INSURANCE("参保类型", "参保险种", "险种", "险种类型", "医保类型"),
    ENROLLED_AT("参保所属区划", "参保地", "参保区划", "参保统筹区", "参保地区", "缴费地", "缴费区划"),
    ENROLMENT_STATE("参保状态", "核实情况", "核查结果", "核实结果", "未参保原因"),
    REFUSED_BECAUSE("税务退回原因", "退回原因", "未接收原因");

    private static final Map<String, Column> BY_HEADING = new HashMap<>();

    static {
        for (Column column : values()) {
            column.headings.forEach(heading -> BY_HEADING.put(comparable(heading), column));
        }
    }

    private final List<String> headings;

    Column(String... headings) {
        this.headings = List.of(headings);
    }

    /** The code in message keys: {@code id-number}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String messageKey() {
        return "column." + code();
    }

    /** The heading people know it by, for templates and hints. */
    public String usualHeading() {
        return headings.get(0);
    }

    /**
     * The column that a heading as written names: white space, full-width forms, marks of required fields and remarks
     * in brackets make no difference.
     */
    public static Optional<Column> ofHeading(String written) {
        String heading = comparable(written);
        return Optional.ofNullable(BY_HEADING.get(heading))
                .or(() -> Optional.ofNullable(BY_HEADING.get(heading.replaceAll("\\([^)]*\\)", ""))));
    }

    /** The form in which two ways of writing a heading are equal. */
    static String comparable(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}*:#\\p{Cf}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
