// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <string.h>

int main(int count, char **words) {
    if (count == 2 && strcmp(words[1], "--version") == 0) {
        puts("hxsim 0.1.0");
        return 0;
    }
    fputs("hxsim: there is no such command\n", stderr);
    return 64;
}
