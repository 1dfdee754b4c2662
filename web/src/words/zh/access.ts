import type { accessEn } from '../en/access.ts';

/** Words of getting in, of one's account and of everybody's, in Chinese. */
const accessZh: typeof accessEn = {
  signIn: '登录',
  login: '登录名',
  loginHint: '简短名称或邮箱地址，小写字母',
  password: '密码',
  passwordHint: '至少 12 个字符，组成不限',
  newPassword: '新密码',
  currentPassword: '当前密码',
  name: '姓名',
  forgotten: '如忘记密码，请向系统所有者索取新链接。',
  owner: {
    title: '接管本系统',
    lead: '打开首次启动链接的人成为所有者：可建立计划并邀请人员。',
    action: '接管',
  },
  invitation: {
    title: '您受到邀请',
    lead: '请设置密码。今后用它和您的登录名登录。',
    action: '进入',
  },
  account: {
    title: '账户',
    change: '修改密码',
    changed: '密码已修改。您的其他会话已结束。',
    signedInUntil: (when) => `本次会话最迟持续到${when}。`,
    owner: '系统所有者',
  },
  people: {
    title: '人员',
    lead: '所有可以登录的人。计划中的角色在该计划的设置中授予。',
    tabs: { people: '人员', audit: '审计' },
    invite: '邀请',
    inviteSomebody: '邀请他人',
    asOwner: '系统所有者',
    linkFor: (name) => `${name}的链接`,
    linkNote: (when) => `链接只显示这一次，只能使用一次，有效期至${when}。请通过可信的途径转交。`,
    since: '加入时间',
    state: '状态',
    states: { invited: '已邀请', active: '有效', disabled: '已停用' },
    newLink: '新链接',
    disable: '停用',
    enable: '启用',
    makeOwner: '设为所有者',
    unmakeOwner: '取消所有者',
    actions: (name) => `对${name}的操作`,
    done: '完成',
  },
  audit: {
    at: '时间',
    who: '人员',
    action: '操作',
    subject: '对象',
    detail: '详情',
    program: 'Muster 或个人链接',
    nothing: '尚无任何写入',
  },
};

export default accessZh;
