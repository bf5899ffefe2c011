using BenchmarkDotNet.Running;
using LanChat.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(Sample).Assembly).Run(args);
