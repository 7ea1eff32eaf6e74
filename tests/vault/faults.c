/* Makes the n-th call of one kind on files below FAULT_FOLDER fail; loaded with LD_PRELOAD.

   FAULT_CALL names the kind (write, sync, truncate, rename, unlink, read), FAULT_ERRNO the error,
   FAULT_STICKY whether all later calls fail too. Counting starts once FAULT_AT is in the
   environment, which the program sets when it is ready. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long counted;

static int below(const char *path) {
    const char *folder = getenv("FAULT_FOLDER");
    return folder && !strncmp(path, folder, strlen(folder));
}

static int due(const char *call) {
    const char *at = getenv("FAULT_AT"), *wanted = getenv("FAULT_CALL");
    if (!at || !wanted || strcmp(call, wanted)) return 0;
    long number = ++counted, first = atol(at);
    if (number != first && !(getenv("FAULT_STICKY") && number > first)) return 0;
    errno = atoi(getenv("FAULT_ERRNO"));
    return 1;
}

static int due_on(int fd, const char *call) {
    char link[64], path[PATH_MAX];
    if (!getenv("FAULT_AT")) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return below(path) && due(call);
}

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

#define ON_FD(type, name, kind, parameters, arguments) \
    type name parameters { \
        static type(*real) parameters; \
        if (!real) real = (type(*) parameters)dlsym(RTLD_NEXT, #name); \
        if (due_on(fd, kind)) return -1; \
        return real arguments; \
    }

ON_FD(ssize_t, write, "write", (int fd, const void *data, size_t size), (fd, data, size))
ON_FD(ssize_t, pwrite, "write", (int fd, const void *data, size_t size, off_t at), (fd, data, size, at))
ON_FD(ssize_t, pwrite64, "write", (int fd, const void *data, size_t size, off64_t at), (fd, data, size, at))
ON_FD(ssize_t, pread, "read", (int fd, void *data, size_t size, off_t at), (fd, data, size, at))
ON_FD(ssize_t, pread64, "read", (int fd, void *data, size_t size, off64_t at), (fd, data, size, at))
ON_FD(int, fsync, "sync", (int fd), (fd))
ON_FD(int, fdatasync, "sync", (int fd), (fd))
ON_FD(int, ftruncate, "truncate", (int fd, off_t size), (fd, size))
ON_FD(int, ftruncate64, "truncate", (int fd, off64_t size), (fd, size))

int rename(const char *from, const char *to) {
    REAL(int, rename, const char *, const char *);
    if (below(from) && due("rename")) return -1;
    return real(from, to);
}

int unlink(const char *path) {
    REAL(int, unlink, const char *);
    if (below(path) && due("unlink")) return -1;
    return real(path);
}
