"""Chinese verbs by the stage that they promise, and what a chain of them comes to."""

from __future__ import annotations

import re

from milepost.languages.promise_words import PromiseWords
from milepost.languages.words import HAN, alternation, begun, words

_COMPLETE = words(
    "建成投运 建成投用 建成投产 建成通车 建成 基本建成 投运 投用 投产达产 投产 达产 通车 竣工 完工 完成 成立 "
    "交付使用 投入使用"
)
_START = words("开工建设 开工 动工 启动建设 启动实施 启动 开建")
_ADVANCE = words(
    "推进 推动 实施 落实 推行 加强 深化 完善 健全 续建 开展 执行 贯彻 强化 优化 发展 做好 抓好 加大 加快 扩大 巩固 拓展"
)
_MAKING = words(
    "建设 建立健全 建立 形成 打造 构建 构筑 搭建 组建 培育 设立 创建 新建 建好 筹建 共建 兴建 改造 改建 扩建"
)
_WRITING = words("编制 制定 制订 修编 修订 出台 起草 拟定 拟订")
_PREPARE = words("谋划 储备 筹划 做好前期工作")
_STUDY = words("研究 论证")
_SEEK = words("争取 申报 申请 申创 争创 申建 报批")
_EXPLORE = words("探索 试点 试行 先行先试")
_TELLING = words(
    "建成 投运 投用 投产 达产 通车 竣工 完工 开工 动工 完成 成立 交付 投入使用 启动 开建 编制 修订 修编 制定 制订 "
    "出台 起草 拟定 拟订 谋划 "
    "储备 规划 筹划 前期 研究 论证 可研 争取 争创 申报 申请 申创 申建 报批 探索 试点 试行 先行先试 项目库 实现 "
    '力争 20 五” 五" 年底 年内 期末 期内 末'
)
_HELPING = words("支持 鼓励 扶持")
_AIMING = words("促进 提高 提升 增强 带动 助力 助推 改善 满足 保障 确保 引导 激发 释放 缩小 扭转")
# Behind these the characters are part of a name, and no verb (研究院, 规划馆, 建设用地).
_NAMES = (
    rf"研究(?:院|所|生|基地|机构|型|会|员|中心|成果|开发)|规划(?:区|馆|展|院|体系|纲要|期|设计|目标|管理|引领)|"
    rf"试点(?:示范区|镇|县|市|村|城市|地区|园区|经验|成果|单位|企业)|申报(?:系统|材料|指南)|建设(?:用地|兵团|银行|"
    rf"者|成果|水平)|"
    rf"发展(?:规划|改革|水平|质量|方式|格局|环境|成果|基础|空间|动力)|实施(?:方案|意见|细则)|形成{HAN}{{0,2}}格局|"
    rf"储备(?:林|粮|库|制度|体系)"
)

_TIME = (
    r"(?:到|至|在|于|截至)?(?:20\d\d年?(?:底|末|前|以前|之前)?|"
    r"[“\"]?十[一二三四五六七八九]?五[”\"]?(?:规划)?(?:时期|期间|期末|末)?|"
    r"(?:规划|计划)?期(?:末|内)|年(?:底|内)(?:前)?|今年|明年|今后[三五]年|未来[三五]年)(?:内|间|里)?，?"
)
_MANNER = alternation(
    words(
        "加快 加速 积极 大力 着力 稳步 适时 逐步 尽快 尽早 有序 重点 统筹 持续 继续 不断 深入 扎实 切实 全面 全力 "
        "努力 进一步 高起点 高标准 "
        "高水平 高质量 科学 合理 稳妥 积极稳妥 规范有序 规范 主动 抓紧 早日 如期 按期 优先 率先 同步 协同 协调 "
        "共同 联合 集中 集中力量 集中资源 "
        "精心 认真 基本 初步 全方位 因地制宜 分类 分步 分批 分期 滚动 务实 充分 深度 依法 严格 再 新 并 要 将 应 "
        "须 必须 也 还 同时 计划 拟 "
        "一是 二是 三是 四是 五是 六是 更好 有效 大幅 广泛 紧密 有力 强力 坚决 组织 及时 动态 定期 尽量 力求 竭力"
    )
)
_CERTAIN = r"确保|努力|力争|力求|争取(?=(?:尽早|尽快|早日|如期)?(?:建成|开工|完成|投|实现|通车|竣工|达到|形成))"


def _group(name: str, listing: tuple[str, ...]) -> str:
    return f"(?P<{name}>{alternation(listing)})"


# 规划 is mostly a noun: a verb only behind its own adverbs, or before what is built.
_PLANNING = r"(?:(?<=科学)|(?<=统筹)|(?<=合理)|(?<=起点)|(?<=整体))规划|规划(?=建设|布局|新建|一批)"
_VERB = "|".join(
    (
        r"(?P<reach>实现)",
        _group("complete", _COMPLETE),
        _group("start", _START),
        _group("writing", _WRITING),
        rf"(?P<prepare>{alternation(_PREPARE)}|{_PLANNING})",
        _group("study", _STUDY),
        _group("seek", _SEEK),
        _group("explore", _EXPLORE),
        _group("helping", _HELPING),
        _group("making", _MAKING),
        _group("advance", _ADVANCE),
        _group("aiming", _AIMING),
    )
)

WORDS = PromiseWords(
    parting=re.compile(
        r"[，,；;：:]+\s*|、(?=(?:加快|积极|适时)?(?:申报|争取|研究(?!院|所)|探索|开工|启动|建成|谋划))"
    ),
    telling=re.compile(begun(_TELLING)),
    other=re.compile(r".{1,2}"),
    circumstance=re.compile(
        r"(?:围绕|按照|依照|遵循|依托|立足|以(?!奖)|通过|根据|针对|坚持|结合|适应|顺应|随着|把握|紧扣|紧紧围绕|"
        r"紧盯|瞄准|聚焦|面向|借助|抢抓|本着|"
        r"为(?!了?[民农企])|面对|着眼|按(?!期|时)|沿|秉持|高举|鉴于|基于|经|由于|发挥|充分发挥|利用|充分利用|抓住|"
        r"突出|牢固树立|树立)"
    ),
    skipped=re.compile(rf"(?:(?:{_MANNER}|{_CERTAIN}|{_TIME})[地、]?)+"),
    certain=re.compile(rf"(?:{_MANNER})*(?P<word>确保|努力|力争|力求|争取)"),
    verb=re.compile(rf"(?!{_NAMES})(?:{_VERB})"),
    joint=re.compile(r"[、和与并及]?"),
    joined=re.compile(
        rf"(?:{alternation(_WRITING)}|规划)(?:、|和|并|与|及)?(?:实施|落实|建设|执行|完善|推行|推进)(?!方案|意见|"
        rf"细则|规划)"
    ),
    tail=re.compile(
        r"(?:(?P<study>(?:前期|可行性|预可行性)研究(?:论证)?|研究论证|可研|论证)|"
        r"(?P<prepare>(?:项目)?前期(?:准备)?(?:工作)?|规划修编|(?:规划|方案|修)编制?|编制|"
        r"规划设计|项目库(?:建设)?|项目储备)|(?P<explore>(?:先行)?试点(?:示范)?|先行先试)|(?P<seek>申报|申创|报批))"
        r"(?:工作|建设|任务|力度|进度|步伐|创建)?等?[。；，]?$"
    ),
    governed=re.compile(r"(?P<seek>申报(?!系统|材料|指南|制度|管理|条件|流程|工作|服务)|申创)"),
    consent=re.compile(r"落地|落户|纳入|列入|上升[为至到]|获批|获得[^，。]{0,6}批"),
    later=re.compile(
        r"(?P<complete>(?:基本|全面|全部)?(?:建成投[运用产]|建成|投产达产|投[运用产]|达产|通车|竣工|完工|完成|"
        r"成立))|(?P<start>开工建设|开工|动工)|"
        r"(?P<making>(?:基本|初步)?(?:建立|形成|建设))|(?P<reach>(?:基本|全面)?实现)"
    ),
    ending=re.compile(
        r"(?:(?P<complete>(?:建成)?投[运用产](?:达产)?|通车|竣工|完工|建成)|(?P<start>开工建设|开工|动工))[。；，]?$"
    ),
    seen=re.compile(
        r"全覆盖|[县乡村镇市组户]{2}通|平衡|清零|全部|通(?:车|航|电|水|网|达|邮)|达标|归零|零(?:发生|增长|事故|"
        r"排放|上访|就业|距离)|联网|"
        r"并网|闭环|互联互通"
    ),
    lead=re.compile(
        r"(?P<complete>建成投[运用产]|建成|完成)|(?P<start>开工建设|启动建设|启动实施|开工|启动)|(?P<study>研究)|"
        r"(?P<prepare>谋划|储备|做好[^，。；：]{0,12}前期|开展[^，。；：]{0,12}前期|规划建设)|(?P<seek>争取|"
        r"申报)|(?P<explore>探索)|"
        r"(?P<advance>(?:重点|继续|加快|全面)?(?:推进|推动|实施|续建)|(?:重点|加快|继续)?建设|改造|打造|新建|"
        r"支持|加快)"
    ),
    state=re.compile(r"(?:(?P<advance>续建)(?:工程|项目)?|(?P<prepare>前期(?:工作)?)(?:项目)?)$"),
    breaks=re.compile(r"[：:]|[。]\s*\n|[。](?=[^。：:\n]{1,20}[：:])"),
)
