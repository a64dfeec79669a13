import { defineMessages } from '../../i18n/messages';

export const inboxMessages = defineMessages(
  {
    title: '消息',
    lead: '发到您手机和邮箱的通知，这里都留有一份。',
    none: '还没有消息',
    noneLead: '报名、变动和开始前的提醒会发到您的手机或邮箱，也会出现在这里。',
    sms: '短信',
    mail: '邮件',
    statuses: {
      queued: '等待发送',
      sending: '正在发送',
      sent: '已发出',
      skipped: '未发：没有填写',
      failed: '未送达',
    },
  },
  {
    title: 'Messages',
    lead: 'What was sent to your phone and mail is kept here too.',
    none: 'No messages yet',
    noneLead:
      'Confirmations, changes and reminders go to your phone or mail, and appear here as well.',
    sms: 'Text',
    mail: 'Mail',
    statuses: {
      queued: 'Waiting',
      sending: 'Being sent',
      sent: 'Sent',
      skipped: 'Not sent: no address',
      failed: 'Not delivered',
    },
  },
);
