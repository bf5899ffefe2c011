using Xunit.Abstractions;
using Xunit.Sdk;

namespace LanChat.Server.Tests.History;

/// <summary>
/// A fact of every database; skipped with the reason in classes whose database is missing.
/// </summary>
[XunitTestCaseDiscoverer("LanChat.Server.Tests.History.StoreFactDiscoverer", "LanChat.Server.Tests")]
public sealed class StoreFactAttribute : FactAttribute;

/// <summary>Discovers the facts of every database.</summary>
public sealed class StoreFactDiscoverer(IMessageSink messages) : FactDiscoverer(messages)
{
    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo fact) =>
        new StoreFact(
            DiagnosticMessageSink, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method);

    private sealed class StoreFact : XunitTestCase
    {
        [Obsolete("For the framework, which brings it back from another process.")]
        public StoreFact()
        {
        }

        public StoreFact(
            IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
            : base(messages, display, options, method)
        {
        }

        protected override string? GetSkipReason(IAttributeInfo fact) =>
            TestMethod.TestClass.Class.GetCustomAttributes(typeof(OnPostgresAttribute))
                .Any() ? Postgres.Obstacle : base.GetSkipReason(fact);
    }
}
