import { defineMessages } from './messages';

/** What roles and kinds of organisations are called everywhere. */
export const nameMessages = defineMessages(
  {
    roles: {
      administrator: '管理员',
      organiser: '主办方',
      exhibitor: '参展单位',
      'school-coordinator': '院校联络人',
      judge: '裁判',
      speaker: '嘉宾',
      'door-staff': '门岗',
    },
    organisationKinds: {
      company: '企业',
      'industrial-carrier': '产业载体',
      'technology-platform': '技术平台',
      'business-association': '行业协会',
      'college-or-school': '院校',
      'government-body': '政府部门',
    },
  },
  {
    roles: {
      administrator: 'Administrator',
      organiser: 'Organiser',
      exhibitor: 'Exhibitor',
      'school-coordinator': 'School coordinator',
      judge: 'Judge',
      speaker: 'Speaker',
      'door-staff': 'Door staff',
    },
    organisationKinds: {
      company: 'Company',
      'industrial-carrier': 'Industrial carrier',
      'technology-platform': 'Technology platform',
      'business-association': 'Business association',
      'college-or-school': 'College or school',
      'government-body': 'Government body',
    },
  },
);
