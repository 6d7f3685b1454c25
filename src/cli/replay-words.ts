/** What the command line says of `replay` in one language. */
export interface ReplayCliWords {
  readonly describe: Readonly<Record<'replay' | 'log' | 'mode' | 'dispatch', string>>;
  readonly wrong: {
    readonly noLog: string;
    readonly noCalls: string;
  };
}

export const replayInEnglish: ReplayCliWords = {
  describe: {
    replay: 'Serve recorded calls as they came, trucks sent when they were; simulated against recorded hours.',
    log: 'a list of calls, or a gate log of their trucks; may be repeated',
    mode: 'how the recorded calls were served',
    dispatch: 'when trucks are sent: when they were, or as the scenario has it',
  },
  wrong: {
    noLog: 'expected a list of calls: --log calls.csv',
    noCalls: 'expected calls with an arrival and a tonnage, found none',
  },
};

export const replayInChinese: ReplayCliWords = {
  describe: {
    replay: '按记录重演各船次，车辆按记录时刻派发；模拟与记录的时间对照。',
    log: '船舶作业记录，或其车辆的门禁记录；可多次使用',
    mode: '记录中各船的作业方式',
    dispatch: '发车时刻：按记录，或按情景的规则',
  },
  wrong: {
    noLog: '缺少船舶作业记录：--log calls.csv',
    noCalls: '应有到港时间与吨数齐全的船次，但没有',
  },
};
