import type { problemEn } from '../en/problem.ts';

/** Titles of what the API refuses, in Chinese. */
const problemZh: typeof problemEn = {
  titles: {
    'invalid-request': '请求内容不符合要求',
    'bad-page-mark': '列表的分页标记无效',
    'not-signed-in': '请先登录',
    'wrong-credentials': '登录名与密码不匹配',
    forbidden: '您的角色不允许此操作',
    'foreign-origin': '请求来自其他网站',
    'not-found': '不存在，或您无权查看',
    'no-such-person': '没有此人',
    'no-such-programme': '没有此计划',
    'no-such-version': '没有此版本',
    'method-not-allowed': '此地址不支持该方法',
    conflict: '在此期间已有他人修改',
    'version-conflict': '已有更新的版本',
    'login-taken': '该登录名已被使用',
    'last-owner': '必须保留至少一位所有者',
    'last-director': '必须保留至少一位主任',
    'already-owned': '本系统已有所有者',
    'not-finished': '运行尚无结果',
    'question-closed': '该问题已结束',
    'question-open': '该问题尚未结束',
    'answered-already': '已经回答过',
    'key-in-use': '相同的请求正在处理',
    'link-spent': '链接无效、已使用或已过期',
    'too-large': '内容超出允许的大小',
    'unsupported-media-type': '此处不接受这类文件',
    'invalid-programme': '修改后的计划会有缺陷',
    'idempotency-key-reused': '该键已用于另一请求',
    'locked-out': '登录失败次数过多',
    'too-many-requests': '请求过于频繁',
    bug: 'Muster 出现程序错误',
    unavailable: '暂时无法处理',
    unreachable: '服务器没有响应',
    unexpected: '服务器的回答无法识别',
  },
  unreachableHint: '服务器是否在运行？本机是否连接到其网络？',
  retry: '重试',
};

export default problemZh;
