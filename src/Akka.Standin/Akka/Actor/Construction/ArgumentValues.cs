using System.Linq.Expressions;
using System.Reflection;

namespace Akka.Actor;

/// <summary>Reads the arguments off a <c>new</c> expression.</summary>
internal static class ArgumentValues
{
    public static object?[] Of(NewExpression creation)
    {
        if (creation.Arguments.Count == 0)
            return [];

        var values = new object?[creation.Arguments.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Of(creation.Arguments[i]);
        return values;
    }

    // Constants, captured variables and their members, that is nearly everything, cost no compilation.
    private static object? Of(Expression? expression) => expression switch
    {
        null => null,
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field } member => field.GetValue(Of(member.Expression)),
        MemberExpression { Member: PropertyInfo property } member =>
            property.GetValue(Of(member.Expression), BindingFlags.DoNotWrapExceptions, null, null, null),
        UnaryExpression { NodeType: ExpressionType.Convert, Method: null, Operand: var operand } cast
            when cast.Type.IsAssignableFrom(operand.Type) => Of(operand),
        _ => Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)(),
    };
}
