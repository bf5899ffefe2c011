using BenchmarkDotNet.Running;
using LanChat.Benchmarks;

if (args is ["search", ..]) SearchTable.Run(args.Length > 1 ? int.Parse(args[1]) : 1_000_000);
else BenchmarkSwitcher.FromAssembly(typeof(Sample).Assembly).Run(args);
