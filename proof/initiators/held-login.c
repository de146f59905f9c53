/*
 * Logs in to a target and stays: prints "logged in", then "cut" when the target ends the connection (exit code 3), or
 * logs out when standard input ends (exit code 0).
 */
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <unistd.h>
#include <iscsi/iscsi.h>

static int fail(struct iscsi_context *iscsi, const char *what)
{
    fprintf(stderr, "%s: %s\n", what, iscsi ? iscsi_get_error(iscsi) : "no memory");
    return 1;
}

static int hold(struct iscsi_context *iscsi)
{
    for (;;) {
        struct pollfd fds[2] = {
            {.fd = iscsi_get_fd(iscsi), .events = (short)(iscsi_which_events(iscsi) | POLLIN)},
            {.fd = STDIN_FILENO, .events = POLLIN},
        };
        char byte;

        if (poll(fds, 2, -1) < 0) {
            if (errno == EINTR) {
                continue;
            }
            perror("poll");
            return 1;
        }
        if (fds[0].revents != 0 && iscsi_service(iscsi, fds[0].revents) < 0) {
            puts("cut");
            return 3;
        }
        if (fds[1].revents != 0 && read(STDIN_FILENO, &byte, 1) <= 0) {
            return iscsi_logout_sync(iscsi) == 0 ? 0 : fail(iscsi, "logout");
        }
    }
}

int main(int argc, char **argv)
{
    struct iscsi_context *iscsi;
    struct iscsi_url *url;

    if (argc != 3) {
        fprintf(stderr, "usage: %s INITIATOR URL\n", argv[0]);
        return 64;
    }
    iscsi = iscsi_create_context(argv[1]);
    url = iscsi ? iscsi_parse_full_url(iscsi, argv[2]) : NULL;
    if (url == NULL) {
        return fail(iscsi, argv[2]);
    }
    iscsi_set_noautoreconnect(iscsi, 1);
    iscsi_set_targetname(iscsi, url->target);
    iscsi_set_session_type(iscsi, ISCSI_SESSION_NORMAL);
    if (url->user[0] != '\0') {
        iscsi_set_initiator_username_pwd(iscsi, url->user, url->passwd);
    }
    if (iscsi_full_connect_sync(iscsi, url->portal, url->lun) != 0) {
        return fail(iscsi, "login");
    }
    puts("logged in");
    fflush(stdout);
    return hold(iscsi);
}
