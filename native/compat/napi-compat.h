/*
 * Lets better-sqlite3 13, written for Node-API 10, run on the Node-API 8 of the older test runtime.
 *
 * Since Node-API 10 a reference may hold any value; before, only an object, a function, a symbol or an external. The addon keeps
 * references to strings. So, when a reference to a primitive is asked for, a tagged object is made that holds it, and the object
 * is what is referenced; when the reference is read, the tag tells such a box from an object of the addon's own.
 *
 * Forced into the compilation with -include (scripts/runtime/compile-sqlite.ts). Never part of the product: current Electron uses
 * the prebuilt addon as it is.
 */
#pragma once
#include <node_api.h>

static const napi_type_tag GATEHOUSE_BOX = {0x5f1de9a37c04b86eULL, 0xb2609c41d87ef35aULL};

static inline bool gatehouse_can_be_referenced(napi_valuetype type) {
  return type == napi_object || type == napi_function || type == napi_symbol || type == napi_external;
}

static inline napi_status gatehouse_create_reference(napi_env env, napi_value value, uint32_t count, napi_ref* reference) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (gatehouse_can_be_referenced(type)) return napi_create_reference(env, value, count, reference);

  napi_value box;
  status = napi_create_object(env, &box);
  if (status == napi_ok) status = napi_type_tag_object(env, box, &GATEHOUSE_BOX);
  if (status == napi_ok) status = napi_set_element(env, box, 0, value);
  if (status == napi_ok) status = napi_create_reference(env, box, count, reference);
  return status;
}

static inline napi_status gatehouse_get_reference_value(napi_env env, napi_ref reference, napi_value* value) {
  napi_status status = napi_get_reference_value(env, reference, value);
  if (status != napi_ok || *value == nullptr) return status;

  napi_valuetype type;
  status = napi_typeof(env, *value, &type);
  if (status != napi_ok || type != napi_object) return status;

  bool boxed = false;
  status = napi_check_object_type_tag(env, *value, &GATEHOUSE_BOX, &boxed);
  if (status != napi_ok || !boxed) return status;
  return napi_get_element(env, *value, 0, value);
}

#define napi_create_reference gatehouse_create_reference
#define napi_get_reference_value gatehouse_get_reference_value
