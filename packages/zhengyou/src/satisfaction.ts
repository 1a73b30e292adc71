export * from "@zhengyou/satisfaction"
