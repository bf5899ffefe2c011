using FsCheck;
using FsCheck.Fluent;

namespace LanChat.Protocol.Tests;

/// <summary>
/// States that something holds for all values of a generator; a failure prints the value and the
/// seed to repeat it with.
/// </summary>
internal static class Property
{
    public static void HoldsFor<T>(Gen<T> values, Action<T> holds, int times = 300) =>
        Prop.ForAll(values.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(times));
}
