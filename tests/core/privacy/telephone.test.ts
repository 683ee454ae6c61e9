import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayBeTelephone, telephone } from '#core/privacy/telephone.ts';
import { apart, windowOf } from './window-of.ts';

const found = (marked: string): string | undefined => telephone(windowOf(marked))?.value;
const glance = (digits: string, word = ''): boolean =>
  mayBeTelephone(`1${digits}2`, 1, 1 + digits.length, word === '' ? undefined : windowOf(`${word}：«123»`).label);
const NUMBER = '5231764';
const LONG = '52317648';
/** Area codes of the mainland in use, as the numbering plan of 2017 lists them; written out, not as patterns. */
const AREAS = new Set(
  (
    '10 20 21 22 23 24 25 27 28 29 ' +
    '310 311 312 313 314 315 316 317 318 319 335 349 350 351 352 353 354 355 356 357 358 359 ' +
    '370 371 372 373 374 375 376 377 378 379 391 392 393 394 395 396 397 398 ' +
    '410 411 412 413 414 415 416 417 418 419 421 427 429 431 432 433 434 435 436 437 438 439 ' +
    '451 452 453 454 455 456 457 458 459 464 465 466 467 468 469 470 471 472 473 474 475 476 477 478 479 482 483 ' +
    '510 511 512 513 514 515 516 517 518 519 523 527 530 531 532 533 534 535 536 537 538 539 543 546 ' +
    '550 551 552 553 554 555 556 557 558 559 561 562 563 564 565 566 570 571 572 573 574 575 576 577 578 579 580 ' +
    '591 592 593 594 595 596 597 598 599 631 632 633 634 635 660 662 663 668 691 692 ' +
    '701 710 711 712 713 714 715 716 717 718 719 722 724 728 730 731 732 733 734 735 736 737 738 739 743 744 745 746 ' +
    '750 751 752 753 754 755 756 757 758 759 760 762 763 766 768 769 770 771 772 773 774 775 776 777 778 779 ' +
    '790 791 792 793 794 795 796 797 798 799 812 813 814 815 816 817 818 825 826 827 ' +
    '830 831 832 833 834 835 836 837 838 839 851 852 853 854 855 856 857 858 859 ' +
    '870 871 872 873 874 875 876 877 878 879 881 883 886 887 888 891 892 893 894 895 896 897 898 ' +
    '901 902 903 906 907 908 909 910 911 912 913 914 915 916 917 918 919 930 931 932 933 934 935 936 937 938 939 ' +
    '941 943 951 952 953 954 955 970 971 972 973 974 975 976 977 978 979 990 991 992 993 994 995 996 997 998 999'
  ).split(' '),
);

describe('area codes', () => {
  it('count with and without a word in front, others behind a word only', () => {
    const codes = Array.from({ length: 1000 }, (_, code) => String(code).padStart(3, '0')).filter(
      (code) => code > '299',
    );
    for (const code of [...codes, ...'10 20 21 22 23 24 25 26 27 28 29'.split(' ')]) {
      const digits = `0${code}${NUMBER}`;
      const known = AREAS.has(code) ? digits : undefined;
      assert.equal(found(digits), known, code);
      assert.equal(glance(digits), known !== undefined, code);
      assert.equal(
        found(`+«86 ${code} ${code.length === 2 ? LONG : NUMBER}»`),
        known && `0${code}${code.length === 2 ? LONG : NUMBER}`,
        code,
      );
      assert.equal(found(`电话：«${digits}»`), digits, code);
      assert.equal(glance(digits, '电话'), true, code);
    }
    for (const code of ['11', '19', '010', '00', '1']) {
      assert.equal(found(`0${code}${NUMBER}`), undefined, code);
      assert.equal(glance(`0${code}${NUMBER}`), false, code);
      assert.equal(found(`电话：«0${code}${NUMBER}»`), undefined, code);
      assert.equal(glance(`0${code}${NUMBER}`, '电话'), false, code);
    }
  });

  it('are followed by seven or eight digits, the first no 0, 1 or 9', () => {
    for (const first of '0123456789') {
      for (const rest of [NUMBER, LONG]) {
        const digits = `0631${first}${rest.slice(1)}`;
        assert.equal(found(digits), /[2-8]/.test(first) ? digits : undefined, digits);
        assert.equal(glance(digits), /[2-8]/.test(first), digits);
        assert.equal(found(`电话：«${digits}»`), first > '1' ? digits : undefined, digits);
        assert.equal(glance(digits, '手机'), first > '1', digits);
      }
    }
    for (const digits of [
      `0631${NUMBER.slice(1)}`,
      `0631${LONG}1`,
      `631${NUMBER}`,
      `1631${NUMBER}`,
      `90631${NUMBER}`,
    ]) {
      assert.equal(found(digits), undefined, digits);
      assert.equal(glance(digits), false, digits);
    }
  });

  it('may follow the code of the country', () => {
    for (const country of ['86', '086', '0086']) {
      for (const digits of [`0631${NUMBER}`, `010${LONG}`]) {
        assert.equal(found(country + digits), digits);
        assert.equal(glance(country + digits), true);
        assert.equal(found(`电话：«${country}${digits}»`), digits);
        assert.equal(found(`+«${country}${digits.slice(1)}»`), digits);
        assert.equal(found(`+ («${country}${digits.slice(1)}»`), digits);
        assert.equal(found(`+«${country} ${digits.slice(1)}»`), digits);
        assert.equal(found(`«${country}${digits.slice(1)}»`), country === '0086' ? digits : undefined, country);
        assert.equal(found(`+1 «${country}${digits.slice(1)}»`), country === '0086' ? digits : undefined, country);
        assert.equal(glance(country + digits.slice(1)), true);
        assert.equal(glance(country + digits.slice(1), '电话'), true);
        assert.equal(found(`电话 +«${country}${digits.slice(1)}»`), digits);
      }
    }
    assert.equal(found(`+«87631${NUMBER}»`), undefined);
    assert.equal(found(`+«86631${NUMBER}1234»`), undefined);
  });
});

describe('Hong Kong, Macao and Taiwan', () => {
  it('behind a plus', () => {
    for (const digits of [`852${LONG}`, `85399999999`, `88622222222`, `886${LONG}1`]) {
      assert.equal(found(`+«${digits}»`), digits);
      assert.equal(found(`«${digits}»`), undefined);
      assert.equal(glance(digits), true, digits);
    }
    for (const digits of [
      '85212345678',
      '85302345678',
      '88612345678',
      `852${NUMBER}`,
      `852${LONG}1`,
      `886${NUMBER}`,
      `886${LONG}12`,
      `854${LONG}`,
    ]) {
      assert.equal(found(`+«${digits}»`), undefined, digits);
      assert.equal(glance(digits), false, digits);
    }
    assert.equal(found('+«852 5231 7648»'), '85252317648');
    assert.equal(found('+«852、5231、7648»'), undefined);
    assert.deepEqual(telephone(windowOf('+«852 5231 7648»。')), {
      kind: 'telephone',
      value: '85252317648',
      start: 1,
      end: 14,
    });
  });
});

describe('the 400 or 800 number of an enterprise', () => {
  const SERVICE = '4008101234';
  it('is one behind a word for telephone, however it is parted', () => {
    for (const text of [`电话：«${SERVICE}»`, '热线 «400 810 1234»', '电话：«400-8101234»', '来电«800-810-1234»']) {
      assert.equal(found(text), text.replace(/[^0-9]/g, ''), text);
    }
    assert.equal(glance(SERVICE, '电话'), true);
  });
  it('is one without a word where it stands as it is always printed', () => {
    assert.equal(found('«400-810-1234»'), SERVICE);
    assert.equal(found('«400-8101-234»'), SERVICE);
    assert.equal(found('«800-810-1234»'), '8008101234');
    assert.equal(glance(SERVICE), true);
    assert.deepEqual(telephone(windowOf('请拨«400-810-1234»。')), {
      kind: 'telephone',
      value: SERVICE,
      start: 2,
      end: 14,
    });
  });
  it('is none in one piece, in other pieces, among more figures, or as a count', () => {
    for (const text of [
      ...[
        `«${SERVICE}»`,
        '«400-81-01234»',
        '«400、810、1234»',
        '«400-800-1000»',
        '«400-600-8000»件',
        '«400-810-1234»件',
      ],
      ...['订单号：«400-810-1234»', '编号«800-810-1234»'],
      ...['«400-810-1234»-5678', '12-«400-810-1234»', '«500-810-1234»', '«400-810-123»', '«400-810-12345»'],
    ]) {
      assert.equal(found(text), undefined, text);
    }
    for (const digits of ['400810123', '40081012345', '5008101234', '1008101234']) assert.equal(glance(digits), false);
  });
});

describe('a glance at the digits', () => {
  it('sees a number without an area code behind a word only', () => {
    for (const digits of [NUMBER, LONG, '2000000', '99999999']) {
      assert.equal(glance(digits), false, digits);
      assert.equal(glance(digits, '电话'), true, digits);
      assert.equal(glance(digits, '手机'), true, digits);
      assert.equal(glance(digits, '账号'), false, digits);
    }
    for (const digits of ['523176', '1231764', '0231764', `${LONG}1`])
      assert.equal(glance(digits, '电话'), false, digits);
    assert.equal(mayBeTelephone(`0631${NUMBER}`, 0, 11, undefined), true);
    assert.equal(apart(NUMBER, '3-4', '-'), '523-1764');
  });
});
