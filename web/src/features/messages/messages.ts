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
      'in-doubt': '可能已发出',
      failed: '未送达',
    },
    skipped: {
      sms: '部分消息没有发短信：当时没有手机号。',
      mail: '部分消息没有发邮件：当时没有邮箱。',
    },
    complete: '补充联系方式',
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
      'in-doubt': 'Perhaps sent',
      failed: 'Not delivered',
    },
    skipped: {
      sms: 'Some of these did not go out as texts: there was no phone number.',
      mail: 'Some of these did not go out by mail: there was no mail address.',
    },
    complete: 'Add one',
  },
);
