/* Writes down, in order, everything that a process does to the files below RECORD_FOLDER; loaded
   with LD_PRELOAD. What it says on standard output stands between, so that each line is known to
   come after the writes before it.

   Every act in the file RECORD_TO is: kind (1 byte), inode, offset, length (8 bytes each, of this
   machine's order), and `length` bytes, which are data or a path (two of them around a NUL byte for
   a rename). Kinds: c create, w write, t truncate, s sync of a file, S sync of a folder, r rename,
   u unlink, m mkdir, d rmdir, o output. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

static int below(const char *path) {
    const char *folder = getenv("RECORD_FOLDER");
    return folder && !strncmp(path, folder, strlen(folder));
}

static int path_of(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return below(path);
}

static uint64_t inode_of(int fd) {
    struct stat found;
    return fstat(fd, &found) ? 0 : found.st_ino;
}

static void record(char kind, uint64_t inode, uint64_t at, const void *data, uint64_t length) {
    static int out = -1;
    int before = errno;
    if (out < 0) {
        out = syscall(SYS_openat, AT_FDCWD, getenv("RECORD_TO"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
    struct iovec parts[] = {{&kind, 1}, {&inode, 8}, {&at, 8}, {&length, 8}, {(void *)data, length}};
    if (syscall(SYS_writev, out, parts, 5) != (ssize_t)(25 + length)) abort();
    errno = before;
}

static void record_path(char kind, uint64_t inode, const char *path) {
    record(kind, inode, 0, path, strlen(path));
}

/* -- data */

static void written(int fd, const void *data, ssize_t size, off64_t at) {
    char path[PATH_MAX];
    if (size > 0 && fd == 1) record('o', 0, 0, data, size);
    else if (size > 0 && path_of(fd, path)) record('w', inode_of(fd), at, data, size);
}

ssize_t write(int fd, const void *data, size_t size) {
    REAL(ssize_t, write, int, const void *, size_t);
    off64_t at = fd == 1 ? 0 : lseek64(fd, 0, SEEK_CUR);
    ssize_t done = real(fd, data, size);
    written(fd, data, done, at);
    return done;
}

#define PWRITE(name, offset) \
    ssize_t name(int fd, const void *data, size_t size, offset at) { \
        REAL(ssize_t, name, int, const void *, size_t, offset); \
        ssize_t done = real(fd, data, size, at); \
        written(fd, data, done, at); \
        return done; \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define FTRUNCATE(name, offset) \
    int name(int fd, offset size) { \
        REAL(int, name, int, offset); \
        char path[PATH_MAX]; \
        int done = real(fd, size); \
        if (!done && path_of(fd, path)) record('t', inode_of(fd), size, "", 0); \
        return done; \
    }
FTRUNCATE(ftruncate, off_t)
FTRUNCATE(ftruncate64, off64_t)

/* Not recorded, so refused: callers copy by reading and writing then. */
ssize_t sendfile(int out, int in, off_t *at, size_t size) { errno = ENOSYS; return -1; }
ssize_t sendfile64(int out, int in, off64_t *at, size_t size) { errno = ENOSYS; return -1; }
int posix_fallocate(int fd, off_t at, off_t size) { return EINVAL; }
int posix_fallocate64(int fd, off64_t at, off64_t size) { return EINVAL; }

#define SYNC(name) \
    int name(int fd) { \
        REAL(int, name, int); \
        char path[PATH_MAX]; \
        struct stat found; \
        int done = real(fd); \
        if (done || !path_of(fd, path) || fstat(fd, &found)) return done; \
        record_path(S_ISDIR(found.st_mode) ? 'S' : 's', found.st_ino, path); \
        return done; \
    }
SYNC(fsync)
SYNC(fdatasync)

/* -- names */

static int opened(const char *path, int flags, int was_there, int fd) {
    if (fd < 0 || !below(path)) return fd;
    if (!was_there) record_path('c', inode_of(fd), path);
    else if (flags & O_TRUNC) record('t', inode_of(fd), 0, "", 0);
    return fd;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        REAL(int, name, const char *, int, ...); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        int was_there = !below(path) || !faccessat(AT_FDCWD, path, F_OK, AT_SYMLINK_NOFOLLOW); \
        return opened(path, flags, was_there, real(path, flags, mode)); \
    }
OPEN(open)
OPEN(open64)

int rename(const char *from, const char *to) {
    REAL(int, rename, const char *, const char *);
    int done = real(from, to);
    if (!done && below(from)) {
        char both[2 * PATH_MAX];
        size_t first = strlen(from) + 1, second = strlen(to);
        memcpy(both, from, first);
        memcpy(both + first, to, second);
        record('r', 0, 0, both, first + second);
    }
    return done;
}

#define ON_NAME(kind, name, parameters, arguments) \
    int name parameters { \
        static int(*real) parameters; \
        if (!real) real = (int(*) parameters)dlsym(RTLD_NEXT, #name); \
        int done = real arguments; \
        if (!done && below(path)) record_path(kind, 0, path); \
        return done; \
    }
ON_NAME('u', unlink, (const char *path), (path))
ON_NAME('d', rmdir, (const char *path), (path))
ON_NAME('m', mkdir, (const char *path, mode_t mode), (path, mode))
