// Lets better-sqlite3, which is written for Node-API 10, be compiled for Node-API 9 (Node.js 20, Electron 33). Included before its
// sources by the compiler's -include option.
//
// The one thing it needs of version 10 is a reference to a string: version 9 only has references to objects, functions, symbols and
// externals. Here a primitive value is therefore put into an array of one element, and the array is referenced. Which references
// stand for such a box is remembered per thread, since a thread of Node.js has an environment of its own.
#pragma once
#ifdef __cplusplus

#include <node_api.h>

#include <unordered_set>

namespace sanad {

inline std::unordered_set<napi_ref> &BoxedReferences() {
  static thread_local std::unordered_set<napi_ref> references;
  return references;
}

inline bool IsReferable(napi_valuetype type) {
  return type == napi_object || type == napi_function || type == napi_symbol || type == napi_external;
}

inline napi_status CreateReference(napi_env env, napi_value value, uint32_t count, napi_ref *reference) {
  napi_valuetype type = napi_undefined;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (IsReferable(type)) return napi_create_reference(env, value, count, reference);

  napi_value box = nullptr;
  status = napi_create_array_with_length(env, 1, &box);
  if (status == napi_ok) status = napi_set_element(env, box, 0, value);
  if (status == napi_ok) status = napi_create_reference(env, box, count, reference);
  if (status == napi_ok) BoxedReferences().insert(*reference);
  return status;
}

inline napi_status GetReferenceValue(napi_env env, napi_ref reference, napi_value *value) {
  napi_status status = napi_get_reference_value(env, reference, value);
  // A null value is an object that is gone: there is nothing to take out of it.
  if (status != napi_ok || *value == nullptr || BoxedReferences().count(reference) == 0) return status;
  return napi_get_element(env, *value, 0, value);
}

inline napi_status DeleteReference(napi_env env, napi_ref reference) {
  // Before the call: the address may be given to another reference right after it.
  BoxedReferences().erase(reference);
  return napi_delete_reference(env, reference);
}

}  // namespace sanad

#define napi_create_reference sanad::CreateReference
#define napi_get_reference_value sanad::GetReferenceValue
#define napi_delete_reference sanad::DeleteReference

#endif
