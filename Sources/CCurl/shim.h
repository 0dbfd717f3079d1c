#ifndef MINUTED_CCURL_SHIM_H
#define MINUTED_CCURL_SHIM_H

#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>

// curl_easy_setopt and curl_easy_getinfo are variadic, and so are not visible from Swift: one function for each type.

typedef size_t (*minuted_data_callback)(char *, size_t, size_t, void *);
typedef int (*minuted_debug_callback)(CURL *, curl_infotype, char *, size_t, void *);
typedef int (*minuted_progress_callback)(void *, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
typedef curl_socket_t (*minuted_socket_callback)(void *, curlsocktype, struct curl_sockaddr *);

static inline CURLcode minuted_global_init(void) { return curl_global_init(CURL_GLOBAL_ALL); }

static inline CURLcode minuted_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode minuted_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

// NULL puts the option back to none.
static inline CURLcode minuted_set_string(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode minuted_set_pointer(CURL *handle, CURLoption option, const void *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode minuted_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode minuted_set_data_callback(CURL *handle, CURLoption option, minuted_data_callback value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode minuted_set_debug_callback(CURL *handle, minuted_debug_callback value) {
    return curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, value);
}

static inline CURLcode minuted_set_progress_callback(CURL *handle, minuted_progress_callback value) {
    return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, value);
}

static inline CURLcode minuted_set_socket_callback(CURL *handle, minuted_socket_callback value) {
    return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, value);
}

static inline CURLcode minuted_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode minuted_get_offset(CURL *handle, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode minuted_get_socket(CURL *handle, curl_socket_t *value) {
    return curl_easy_getinfo(handle, CURLINFO_ACTIVESOCKET, value);
}

// Copies the 4 or 16 bytes of the address into `bytes`; returns their number, or 0 for another family.
static inline int minuted_address_bytes(const struct curl_sockaddr *address, unsigned char bytes[16]) {
    if (address->family == AF_INET) {
        const struct sockaddr_in *in = (const struct sockaddr_in *)&address->addr;
        __builtin_memcpy(bytes, &in->sin_addr, 4);
        return 4;
    }
    if (address->family == AF_INET6) {
        const struct sockaddr_in6 *in6 = (const struct sockaddr_in6 *)&address->addr;
        __builtin_memcpy(bytes, &in6->sin6_addr, 16);
        return 16;
    }
    return 0;
}

static inline curl_socket_t minuted_open_socket(const struct curl_sockaddr *address) {
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

#endif
