using FsCheck;
using FsCheck.Fluent;

namespace LanChat.Protocol.Tests;

/// <summary>
/// Checks a property for all values of a generator. A failure prints the value and the seed that
/// reproduces it.
/// </summary>
internal static class Property
{
    public static void HoldsFor<T>(Gen<T> values, Action<T> holds, int times = 300) =>
        Prop.ForAll(values.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(times));
}
