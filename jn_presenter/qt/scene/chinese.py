"""Chinese words of two and three characters that a line should not tear.

Chinese has no spaces, and a whole dictionary would cost more start-up time than it is worth: these are the words that a
briefing uses most.
"""

WORDS = """
    以上 以下 以内 以来 以及 我们 他们 自己 已经 可以 达到 超过 突破 实现 建成 提升 推进 推广 培育 打造 增长 覆盖
    保护 治理 发展 质量 高质量 引领 示范 水平 标准 品质 功能 目标 任务 使命 定位 方向 特色 优势 成果 国家 国家级
    中国 全国 全省 全球 世界 国际 城市 新城 新区 城区 园区 景区 社区 开发区 经开区 高新区 示范区 引领区 中心 基地
    高地 总部 经济 技术 科技 高科技 科学 科研 研发 创新 创新型 制造 制造业 产业 产业链 产业园 行业 企业 公司 集团
    集群 项目 平台 设施 体系 机制 计划 规划 政策 改革 开放 市场 主体 资源 资金 资本 投资 收入 产值 人才 人口 面积
    服务 服务业 管理 运营 建设 开发 应用 试验 综合 排名 节点 骨干 网络 智能 电网 汽车 能源 新能源 软件 信息 数据
    通信 交通 铁路 高铁 机场 地铁 公路 生态 生态型 环境 营商 空气 水体 大气 绿化 绿色 教育 医疗 医院 学校 文化 旅游
    体育 住房 居民 群众 人民 实事 生活 社会 陪伴 成长 共享 合作 伙伴 未来 现代化 国际化 一体化 生命 周期 博物馆 展厅
    藏品 观众 作品
"""
_KNOWN = frozenset(WORDS.split())


def inside_words(text: str) -> frozenset[int]:
    """The places inside the words, each taken as early and as long as can be."""
    inside: set[int] = set()
    at = 0
    while at < len(text):
        # A set and two looks are quicker than a pattern of all words, which takes a millisecond to compile.
        long = next((length for length in (3, 2) if text[at : at + length] in _KNOWN), 1)
        inside.update(range(at + 1, at + long))
        at += long
    return frozenset(inside)
