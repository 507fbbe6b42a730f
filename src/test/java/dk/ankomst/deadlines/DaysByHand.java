package dk.ankomst.deadlines;

import java.time.LocalDate;

/**
 * A calendar written out as plain numbers and walked day by day. It shares nothing with what it checks: neither the arithmetic
 * of java.time nor the library of holidays.
 */
final class DaysByHand {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2080;
    private static final int[] MONTH_LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private final int[][] firstOfMonth = new int[LAST_YEAR - FIRST_YEAR + 1][12];
    private final int[] dayOfMonth = new int[40_600];
    private final boolean[] free = new boolean[40_600];

    DaysByHand() {
        // 1 January 1970 was a Thursday.
        int weekday = 3;
        int day = 0;
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            for (int month = 0; month < 12; month++) {
                firstOfMonth[year - FIRST_YEAR][month] = day;
                boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
                int length = MONTH_LENGTHS[month] + (month == 1 && leap ? 1 : 0);
                for (int dom = 1; dom <= length; dom++, day++, weekday = (weekday + 1) % 7) {
                    dayOfMonth[day] = dom;
                    free[day] = weekday >= 5;
                }
            }
            holidays(year);
        }
        dayOfMonth[day] = 1;
    }

    int number(LocalDate date) {
        return firstOfMonth[date.getYear() - FIRST_YEAR][date.getMonthValue() - 1] + date.getDayOfMonth() - 1;
    }

    int after(int start, int amount, CountUnit unit) {
        return switch (unit) {
            case DAGE -> start + amount;
            case UGER -> start + 7 * amount;
            case HVERDAGE -> workingDays(start, amount);
            case MAANEDER -> months(start, amount);
            case AAR -> months(start, 12 * amount);
            case HELE_MAANEDER -> firstOfMonthsAfter(start, amount + 1);
        };
    }

    int nextWorkingDay(int day) {
        int walked = day;
        while (free[walked]) {
            walked++;
        }
        return walked;
    }

    int lastWorkingDay(int day) {
        int walked = day;
        while (free[walked]) {
            walked--;
        }
        return walked;
    }

    private int workingDays(int start, int amount) {
        int step = amount < 0 ? -1 : 1;
        int day = start;
        for (int left = Math.abs(amount); left > 0; ) {
            day += step;
            if (!free[day]) {
                left--;
            }
        }
        return day;
    }

    private int firstOfMonthsAfter(int start, int months) {
        int day = start;
        for (int left = months; left > 0; ) {
            day++;
            if (dayOfMonth[day] == 1) {
                left--;
            }
        }
        return day;
    }

    /** Into the month that many months away, then to the same date in it, or to its last day. */
    private int months(int start, int amount) {
        int day = start;
        if (amount >= 0) {
            day = firstOfMonthsAfter(start, amount);
            while (dayOfMonth[day] != dayOfMonth[start] && dayOfMonth[day + 1] != 1) {
                day++;
            }
            return day;
        }
        for (int left = -amount; left > 0; day--) {
            if (dayOfMonth[day] == 1) {
                left--;
            }
        }
        while (dayOfMonth[day] > dayOfMonth[start]) {
            day--;
        }
        return day;
    }

    private void holidays(int year) {
        int easter = easter(year);
        for (int offset : new int[] {-3, -2, 0, 1, 39, 49, 50}) {
            free[easter + offset] = true;
        }
        if (year <= 2023) {
            free[easter + 26] = true;
        }
        int[] months = firstOfMonth[year - FIRST_YEAR];
        free[months[0]] = true;
        free[months[11] + 24] = true;
        free[months[11] + 25] = true;
    }

    /** The anonymous Gregorian rule (Meeus, Jones, Butcher). */
    private int easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int sum = h + l - 7 * m + 114;
        return firstOfMonth[year - FIRST_YEAR][sum / 31 - 1] + sum % 31;
    }
}
