export * from "@zhengyou/pledges"
